import { useSignal } from '@preact/signals'
import type { RecordedEvent } from '../../../model/recorded.js'
import type { SeenValue } from '../../../model/review.js'
import { isKnownAs } from '../../../text/known-as.js'
import type { Difference, Fault } from '../../api.js'
import { href } from '../address.js'
import { t } from '../messages/index.js'
import { ContentWarning } from '../parts/content-warning.js'
import { FaultNote } from '../parts/fault-note.js'
import { add, correct, judge, judgeEvent, merge, split } from '../review/deciding.js'
import { askForName } from '../review/name.js'
import { useEvent, useReport } from '../review/use-event.js'
import { ServerFault } from '../server.js'
import { changes } from '../state/loaded.js'
import { settings } from '../state/settings.js'
import { passagesWith, type Whose, type Words } from './passages.js'
import { type Settling, settlingOf, shownFor } from './settling.js'

interface Props {
  readonly difference: Difference
  readonly a: string
  readonly b: string
  readonly onSettled: () => void
}

/** What each of two coders has in a place, side by side over the words of the report; taking either settles it. */
export function DifferencePanel({ difference, a, b, onSettled }: Props) {
  const event = useEvent(() => difference.event)
  const tellings = event.value.data?.tellings.map(telling => telling.event) ?? null
  const refused = useSignal<Fault | null>(null)
  const isBusy = useSignal(false)
  const take = async (settling: Settling): Promise<void> => {
    // Who does not say who they are decides nothing, and stays where they are.
    if (!settings.peek().reviewer && !(await askForName())) return
    isBusy.value = true
    refused.value = await settle(difference, settling)
    isBusy.value = false
    if (refused.value === null) onSettled()
  }
  const told = tellings?.find(one => isKnownAs(one, difference.event))
  const at = told && shownFor(difference, told)
  const field = difference.slot === 'event' || difference.slot === 'occurrence' ? undefined : difference.slot
  return (
    <div class="both">
      {event.value.fault && <FaultNote fault={event.value.fault} again={() => changes.value++} />}
      {tellings && !told && <p>{t('agreement.gone')}</p>}
      <Passages difference={difference} a={a} b={b} />
      <div class="sides">
        {(['a', 'b'] as const).map(side => (
          <Side
            key={side}
            side={side}
            who={side === 'a' ? a : b}
            difference={difference}
            settling={tellings && settlingOf(difference, side, tellings)}
            isBusy={isBusy.value}
            onTake={settling => void take(settling)}
          />
        ))}
      </div>
      {refused.value && (
        <FaultNote
          fault={new ServerFault(refused.value, 422)}
          again={() => {
            refused.value = null
            changes.value++
          }}
        />
      )}
      <p class="ends">
        <a class="button" href={href('review', null, { event: difference.event, field: at?.path ?? field })}>
          {t(difference.slot === 'occurrence' ? 'agreement.neither.joint' : 'agreement.neither')}
        </a>
      </p>
    </div>
  )
}

/** Decides as one of them has it; returns what the server refused. */
async function settle({ report }: Difference, settling: Settling): Promise<Fault | null> {
  switch (settling.kind) {
    case 'accept':
    case 'reject':
      return faultOf(await judge(settling.value, settling.kind))
    case 'acceptEvent':
      return faultOf(await judgeEvent(settling.value, 'accept'))
    case 'rejectEvent':
      return faultOf(await judgeEvent(settling.value, 'reject'))
    case 'correct':
      return correct(settling.value, settling.to.value, settling.to.evidence)
    case 'add': {
      const { field, value, evidence } = settling.to
      return add(report, settling.event, { kind: 'value', field, value }, evidence)
    }
    case 'merge':
      return faultOf(await merge(settling.value, [settling.other]))
    case 'split':
      return faultOf(await split(settling.value, [settling.other]))
  }
}

const faultOf = (outcome: Awaited<ReturnType<typeof judge>>): Fault | null =>
  outcome.kind === 'refused' ? outcome.fault : null

interface SideProps {
  readonly side: 'a' | 'b'
  readonly who: string
  readonly difference: Difference
  /** Null while the event is fetched, or where nothing at hand settles it so. */
  readonly settling: Settling | null
  readonly isBusy: boolean
  readonly onTake: (settling: Settling) => void
}

function Side({ side, who, difference, settling, isBusy, onTake }: SideProps) {
  const { how, text, value } = difference[side]
  return (
    <section class={`side of-${side}`}>
      <h3>
        <bdi>{who}</bdi> {t(`agreement.how.${how}`)}
      </h3>
      {value && (
        <>
          <p class="told">
            <bdi>{text}</bdi>
          </p>
          <SaidIn value={value} />
        </>
      )}
      <button
        type="button"
        class="primary"
        disabled={isBusy || settling === null}
        onClick={() => settling && onTake(settling)}
      >
        {t('agreement.take', { who })}
      </button>
    </section>
  )
}

function SaidIn({ value: { evidence } }: { readonly value: SeenValue }) {
  return (
    <p class="hint" dir="auto">
      {evidence === null ? t('agreement.wordless') : evidence.map(({ exact }) => `“${exact}”`).join(' … ')}
    </p>
  )
}

/** The words of both in the report, with those that tell the event; and of another event that is joined to it, or is not. */
function Passages({ difference, a, b }: Pick<Props, 'difference' | 'a' | 'b'>) {
  const { event, other, value } = difference
  const of = (whose: Whose, evidence: SeenValue['evidence'] | undefined): Words[] =>
    (evidence ?? []).map(({ start, end }) => ({ start, end, whose }))
  const own = [
    ...of('read', value?.evidence),
    ...of('a', difference.a.value?.evidence),
    ...of('b', difference.b.value?.evidence),
  ]
  return (
    <>
      <PassagesOf event={event} words={own} a={a} b={b} />
      {other !== null && <PassagesOf event={other} words={[]} a={a} b={b} />}
    </>
  )
}

interface PassagesProps extends Pick<Props, 'a' | 'b'> {
  readonly event: Difference['event']
  /** Of its report, besides those that tell it. */
  readonly words: readonly Words[]
}

function PassagesOf({ event: id, words, a, b }: PassagesProps) {
  const event = useEvent(() => id)
  const tellings = (): RecordedEvent[] => event.value.data?.tellings.map(telling => telling.event) ?? []
  const now = (): RecordedEvent | undefined => tellings().find(one => isKnownAs(one, id))
  const report = useReport(() => now()?.report ?? null)
  const told = now()
  const { data, fault } = report.value
  const names: Readonly<Record<Whose, string>> = {
    event: t('agreement.eventWords'),
    read: t('agreement.readWords'),
    a: t('agreement.wordsOf', { who: a }),
    b: t('agreement.wordsOf', { who: b }),
  }
  if (fault) return <FaultNote fault={fault} again={() => changes.value++} />
  if (!data || !told) return event.value.loading ? <p class="hint">{t('agreement.loading')}</p> : null
  const triggers = told.triggers.map(({ start, end }) => ({ start, end, whose: 'event' as const }))
  return (
    <ContentWarning report={told.report} events={tellings().filter(one => one.report === told.report)}>
      {passagesWith(data.body, [...triggers, ...words]).map((pieces, i) => (
        <blockquote key={i} dir="auto" class="passage">
          {pieces.map(({ text, whose }, at) =>
            whose.length === 0 ? (
              text
            ) : (
              <mark
                key={at}
                class={whose.map(one => `of-${one}`).join(' ')}
                title={whose.map(one => names[one]).join(', ')}
              >
                {text}
              </mark>
            ),
          )}
        </blockquote>
      ))}
    </ContentWarning>
  )
}
