import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { squeeze } from './squeeze.ts'
import { texts } from './texts-plugin.ts'

const page = (name: string) => `${import.meta.dirname}/${name}.html`

/** Two entries: the Desk at / and the Field at /field/. Programmes are never bundled: their declarations come from the API. */
export default defineConfig({
  root: import.meta.dirname,
  // old phones of villages: Chrome 87 and Safari 14 still run it
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: ['chrome87', 'safari14'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { desk: page('index'), field: page('field') },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.API ?? 'http://127.0.0.1:8080' } },
  plugins: [react(), texts(), squeeze()],
})
