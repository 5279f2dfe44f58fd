import CircleAlert from 'lucide-react/icons/circle-alert'
import { call } from '#contract/call'
import { useEffect, useState, type FormEvent } from 'react'
import { Link, useSearchParams } from 'wouter'
import { signIn } from '../auth.ts'
import { useDoor } from '../door.ts'
import { Trouble } from '../trouble.tsx'
import { issuesOf } from '../use-order.ts'
import { useWords } from '../words.ts'
import { enter } from './enter.ts'
import { Leaf } from './leaf.tsx'

type Form = { root: string; name: string; username: string; password: string }

/** The first start: which province, and who keeps the house. The address stands on the machine's own console. */
export default function Setup() {
  const t = useWords()
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const [sent, setSent] = useState<Form | undefined>()
  const [error, setError] = useState<unknown>()
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const state = useDoor('setupState', {}, sent ? { every: 1000 } : {})
  const ready = Boolean(sent && state.data?.planted && !state.data.needed)

  useEffect(() => {
    if (!ready || !sent) return
    void signIn(sent.username, sent.password, false).then(came => (came.ok ? enter('/') : location.assign('/signin')))
  }, [ready, sent])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = (name: string) => String(data.get(name) ?? '').trim()
    const form: Form = {
      root: text('root'),
      name: text('name'),
      username: text('username'),
      password: text('password'),
    }
    const missing = Object.fromEntries(
      [
        ['root', form.root === '' && 'noRoot'],
        ['name', form.name.length < 2 && 'noName'],
        ['username', form.username.length < 2 && 'noUsername'],
        ['password', form.password.length < 10 && 'short'],
      ]
        .filter(([, rule]) => rule)
        .map(([name, rule]) => [name, t(`common.setup.wrong.${rule}`)]),
    )
    setWrong(missing)
    if (Object.keys(missing).length) return
    setError(undefined)
    setSent(form)
    try {
      await call('setup', { body: { token, ...form } })
    } catch (refused) {
      setSent(undefined)
      setWrong(issuesOf(refused))
      setError(refused)
    }
  }

  if (state.data && !state.data.needed && !sent)
    return (
      <Leaf>
        <h1>{t('common.setup.done')}</h1>
        <p className="scope">{t('common.setup.doneWhat')}</p>
        <Link className="btn first" href="/signin">
          {t('common.gate.title')}
        </Link>
      </Leaf>
    )
  if (sent) return <Planting ready={ready} />
  return (
    <Leaf>
      <h1>{t('common.setup.title')}</h1>
      <p className="scope">{t('common.setup.what')}</p>
      <form onSubmit={event => void submit(event)} noValidate>
        <div className={`f${wrong.root ? ' wrong' : ''}`}>
          <label className="lab" htmlFor="setup-root">
            {t('common.setup.root')}
          </label>
          <select id="setup-root" name="root" className="in" defaultValue="">
            <option value="" disabled>
              {t('common.setup.choose')}
            </option>
            {state.data?.provinces.map(province => (
              <option key={province.code} value={province.code}>
                {province.name}
              </option>
            ))}
          </select>
          <Wrong text={wrong.root} />
        </div>
        {(['name', 'username', 'password'] as const).map(name => (
          <div className={`f${wrong[name] ? ' wrong' : ''}`} key={name}>
            <label className="lab" htmlFor={name}>
              {t(`common.setup.${name}`)}
            </label>
            <input
              id={name}
              name={name}
              className="in"
              type={name === 'password' ? 'password' : 'text'}
              autoComplete={name === 'password' ? 'new-password' : name === 'name' ? 'name' : 'username'}
              aria-invalid={Boolean(wrong[name])}
            />
            <Wrong text={wrong[name]} />
          </div>
        ))}
        <p className="note" style={{ marginBottom: 16 }}>
          {t('common.password.rule')}
        </p>
        {error !== undefined && <Trouble error={error} />}
        <button className="btn first" type="submit">
          {t('common.setup.go')}
        </button>
      </form>
    </Leaf>
  )
}

const Wrong = ({ text }: { text: string | undefined }) =>
  text ? (
    <p className="tag cinnabar" role="alert">
      <CircleAlert />
      {text}
    </p>
  ) : null

/** The tree takes some seconds; the line says how long it usually is, not a made-up share. */
function Planting({ ready }: { ready: boolean }) {
  const t = useWords()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(now => now + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <Leaf>
      <h1>{t(ready ? 'common.setup.ready' : 'common.setup.planting')}</h1>
      <p className="scope" role="status">
        {t(ready ? 'common.setup.readyWhat' : 'common.setup.plantingWhat')}
      </p>
      <div className="grow">
        <i style={{ width: ready ? '100%' : `${Math.min(92, seconds * 8)}%` }} />
      </div>
      <p className="note">{t('common.setup.seconds', { count: seconds })}</p>
    </Leaf>
  )
}
