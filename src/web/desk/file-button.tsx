type Props = { label: string; accept: string; pick: (file: File) => unknown }

/** A button that asks for a file, in our words: the browser's own speaks its own language. */
export function FileButton({ label, accept, pick }: Props) {
  return (
    <label className="btn filebtn">
      {label}
      <input
        className="vh"
        type="file"
        accept={accept}
        onChange={event => {
          const [file] = event.target.files ?? []
          if (file) pick(file)
          event.target.value = ''
        }}
      />
    </label>
  )
}
