import MapPin from 'lucide-react/icons/map-pin'
import { useState } from 'react'
import type { Place } from './answers.ts'
import { useWords } from './words.ts'

type Props = { id: string; label: string; value: Place | undefined; change: (value: unknown) => void }

/** A place in words; its coordinates only when somebody wants to add them. */
export function AnswerPlace({ id, label, value, change }: Props) {
  const t = useWords()
  const [failed, setFailed] = useState(false)
  const put = (part: Place) => change({ ...value, ...part })
  const locate = () =>
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => put({ lat: round(coords.latitude), lng: round(coords.longitude) }),
      () => setFailed(true),
      { timeout: 15_000 },
    )
  return (
    <>
      <input
        id={id}
        className="in"
        aria-label={label}
        autoComplete="off"
        maxLength={120}
        value={value?.address ?? ''}
        onChange={event => put({ address: event.target.value })}
      />
      <p className="help">
        {value?.lat !== undefined && value.lng !== undefined ? (
          <>
            {t('answers.place.at', { lat: value.lat.toFixed(5), lng: value.lng.toFixed(5) })}{' '}
            <button type="button" className="act" onClick={() => change({ address: value.address })}>
              {t('answers.place.forget')}
            </button>
          </>
        ) : (
          <button type="button" className="act" onClick={locate}>
            <MapPin />
            {t(failed ? 'answers.place.failed' : 'answers.place.here')}
          </button>
        )}
      </p>
    </>
  )
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
