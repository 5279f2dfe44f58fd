import type { ImportPage } from '../shapes.ts'
import { useWords } from '../words.ts'

type Columns = Record<string, string | null>
type Props = { sheet: ImportPage; columns: Columns; change: (columns: Columns) => void }

/** Which column of the sheet is which answer; what the recogniser is not sure of is said so by its words, not by colour alone. */
export function ImportHeads({ sheet, columns, change }: Props) {
  const t = useWords()
  return (
    <div className="scroller" tabIndex={0}>
      <table className="heads">
        <thead>
          <tr>
            {(['column', 'samples', 'field'] as const).map(each => (
              <th key={each} scope="col">
                {t(`papers.import.heads.${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.heads.map(each => (
            <tr key={each.column}>
              <th scope="row" style={{ fontWeight: 400 }}>
                {each.column}　{each.head}
              </th>
              <td className="note">{each.samples.slice(0, 3).join('　')}</td>
              <td>
                <select
                  aria-label={`${each.head} ${t('papers.import.heads.field')}`}
                  value={columns[each.column] ?? ''}
                  onChange={event => change({ ...columns, [each.column]: event.target.value || null })}
                >
                  <option value="">{t('papers.import.skip')}</option>
                  {sheet.fields.map(field => (
                    <option key={field.name} value={field.name}>
                      {field.label}
                      {field.needed ? `（${t('papers.import.needed')}）` : ''}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
