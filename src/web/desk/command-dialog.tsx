import { Modal } from 'antd'
import type { FormEvent } from 'react'
import { Foretold } from '../foretold.tsx'
import { Sheet } from '../sheet.tsx'
import type { Declaration, Me, RecordPage } from '../shapes.ts'
import { tell } from '../toast.tsx'
import { Trouble } from '../trouble.tsx'
import { useChange } from '../use-change.ts'
import { useWords } from '../words.ts'

type Props = { me: Me; record: RecordPage; of: Declaration; command: string; close: () => void }

/** A command of the record's way of working, asked as its declaration says. */
export default function CommandDialog({ me, record, of, command, close }: Props) {
  const t = useWords()
  const change = useChange(record, of, command, me)
  const words = of.commands[command]?.name ?? ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await change.send())) return
    tell(t('common.change.done', { what: words }))
    close()
  }
  return (
    <Modal open title={words} onCancel={close} footer={null} width={620} destroyOnHidden>
      <form onSubmit={event => void submit(event)} noValidate>
        <p style={{ marginBottom: 12 }}>
          {record.title}
          {(command === 'withdraw' || command === 'correct') && (
            <span className="dim">
              <br />
              {t(`common.change.${command}`)}
            </span>
          )}
        </p>
        <Sheet
          fields={change.fields}
          answers={change.answers}
          set={change.set}
          wrong={change.wrong}
          today={me.today}
          unit={record.unit.no}
          {...(command === 'correct' ? { hint: () => '' } : {})}
        />
        <Foretold {...{ record, command }} pattern={of.pattern} answers={change.answers} />
        {change.error !== undefined && <Trouble error={change.error} />}
        <div className="acts" style={{ justifyContent: 'flex-end', paddingTop: 8 }}>
          <button type="button" className="btn" onClick={close}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn first" disabled={change.sending || change.same}>
            {change.same ? t('common.change.nothing') : words}
          </button>
        </div>
      </form>
    </Modal>
  )
}
