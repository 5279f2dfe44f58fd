import { useDoor } from './door.ts'
import { useWords } from './words.ts'

/** Of a unit's executives: what of the term's duties is done, and what is missing. `only`: one person's own card. */
export function DutyCards({ unit, only }: { unit: number; only?: string }) {
  const t = useWords()
  const duties = useDoor('duties', { params: { no: unit } })
  const rows = (duties.data?.rows ?? []).filter(row => only === undefined || row.person === only)
  if (rows.length === 0) return null
  const whole = rows.filter(row => row.done === row.items.length).length
  return (
    <>
      <div className="sec" style={{ marginTop: 32 }}>
        <h2>{t('common.duty.title')}</h2>
        <span className="note">
          {only === undefined ? t('common.duty.whole', { whole, all: rows.length }) : t('common.duty.what')}
        </span>
      </div>
      {only !== undefined && (
        <dl className="kvs">
          {rows[0]?.items.map(item => (
            <div key={item.duty}>
              <dt>{item.name}</dt>
              <dd className={item.is >= item.needed ? 'pine' : undefined}>
                {t(item.is >= item.needed ? 'common.duty.done' : 'common.duty.open', { n: item.is, of: item.needed })}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {only === undefined && (
        <div className="scroller" tabIndex={0}>
          <table className="posts duty">
            <tbody>
              {rows.map(row => (
                <tr key={row.person}>
                  <th scope="row">{row.name}</th>
                  {row.items.map(item => (
                    <td key={item.duty} className={item.is >= item.needed ? 'done' : 'open'}>
                      <b>{item.is >= item.needed ? '✓' : '○'}</b> {item.name}
                      {(item.needed > 1 || item.is > 1) && (
                        <span className="note">
                          　{item.is} / {item.needed}
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
