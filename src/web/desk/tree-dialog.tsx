import { Modal } from 'antd'
import { call } from '#contract/call'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { AnswerDay } from '../answer-day.tsx'
import { forgetAnswers, type Given } from '../door.ts'
import { freshId } from '../fresh-id.ts'
import type { Me, UnitPage } from '../shapes.ts'
import { tell } from '../toast.tsx'
import { Trouble } from '../trouble.tsx'
import { UnitPicker } from '../unit-picker.tsx'
import { useWords } from '../words.ts'

type Props = { me: Me; unit: UnitPage; command: string; close: () => void }
type Order = NonNullable<Given<'changeTree'>['body']>
type Form = { name: string; since: string; level: number; names: string; other?: { no: number; name: string } }

/** A change of the tree: a new unit, another name, another parent, a merger, a split, an end. The past stays as it was. */
export default function TreeDialog({ me, unit, command, close }: Props) {
  const t = useWords()
  const [, go] = useLocation()
  const [id] = useState(freshId)
  const [form, setForm] = useState<Form>({
    name: command === 'rename' ? unit.name : '',
    since: me.today,
    level: unit.level < 5 ? unit.level + 1 : 6,
    names: '',
  })
  const [error, setError] = useState<unknown>()
  const [sending, setSending] = useState(false)
  const set = (change: Partial<Form>) => setForm({ ...form, ...change })
  const order = orderOf(command, id, unit, form)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!order) return
    setSending(true)
    setError(undefined)
    try {
      const done = await call('changeTree', { body: order })
      await forgetAnswers()
      tell(t('common.change.done', { what: t(`office.tree.${command}`) }))
      close()
      const [next] = done.units
      if (next && command !== 'move' && command !== 'rename') go(`/units/${next}`)
    } catch (refused) {
      setError(refused)
      setSending(false)
    }
  }

  const field = (key: string, body: ReactNode) => (
    <div className="f">
      <label className="lab" htmlFor={`tree-${key}`}>
        {t(`office.tree.fields.${key}`)}
      </label>
      {body}
    </div>
  )
  return (
    <Modal open title={t(`office.tree.${command}`)} onCancel={close} footer={null} width={560} destroyOnHidden>
      <form onSubmit={event => void submit(event)} noValidate>
        <p className="dim" style={{ marginBottom: 12 }}>
          {unit.name}。{t(`office.tree.why.${command}`)}
        </p>
        {(command === 'add' || command === 'rename') &&
          field(
            'name',
            <input
              id="tree-name"
              className="in"
              value={form.name}
              onChange={event => set({ name: event.target.value })}
            />,
          )}
        {command === 'add' &&
          field(
            'level',
            <select
              id="tree-level"
              className="in"
              value={form.level}
              onChange={event => set({ level: Number(event.target.value) })}
            >
              {[2, 3, 4, 5, 6]
                .filter(level => level === 6 || level > unit.level)
                .map(level => (
                  <option key={level} value={level}>
                    {t(`common.levels.${level}`)}
                  </option>
                ))}
            </select>,
          )}
        {(command === 'move' || command === 'merge') &&
          field(
            command === 'move' ? 'parent' : 'into',
            <UnitPicker
              id={`tree-${command === 'move' ? 'parent' : 'into'}`}
              value={form.other?.name ?? ''}
              pick={found => found && set({ other: { no: found.no, name: found.name } })}
              {...(command === 'merge' ? { level: unit.level } : {})}
            />,
          )}
        {command === 'split' &&
          field(
            'names',
            <textarea
              id="tree-names"
              className="in"
              rows={4}
              value={form.names}
              onChange={event => set({ names: event.target.value })}
            />,
          )}
        {field(
          'since',
          <AnswerDay
            aria={{ id: 'tree-since' }}
            value={form.since}
            today={me.today}
            change={since => set({ since })}
          />,
        )}
        {error !== undefined && <Trouble error={error} />}
        <div className="acts" style={{ justifyContent: 'flex-end' }}>
          <button type="button" className="btn" onClick={close}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn first" disabled={!order || sending}>
            {t(`office.tree.do.${command}`)}
          </button>
        </div>
      </form>
    </Modal>
  )
}

/** The order, once everything it needs is there. */
function orderOf(command: string, id: string, unit: UnitPage, form: Form): Order | undefined {
  const { since, other } = form
  const name = form.name.trim()
  const names = form.names
    .split('\n')
    .map(each => each.trim())
    .filter(Boolean)
  if (!since) return undefined
  if (command === 'add')
    return name.length < 2
      ? undefined
      : { command, id, parent: unit.no, name, kind: form.level === 6 ? 'side' : 'federation', level: form.level, since }
  if (command === 'rename')
    return name.length < 2 || name === unit.name ? undefined : { command, id, unit: unit.no, name, since }
  if (command === 'move') return other && { command, id, unit: unit.no, parent: other.no, since }
  if (command === 'merge')
    return other && other.no !== unit.no ? { command, id, unit: unit.no, into: other.no, since } : undefined
  if (command === 'split') return names.length < 2 ? undefined : { command, id, unit: unit.no, names, since }
  if (command === 'close') return { command, id, unit: unit.no, since }
  return undefined
}
