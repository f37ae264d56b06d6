import { useMemo } from 'preact/hooks'
import { address } from '../address.js'
import { useSize } from '../linked/canvas.js'
import { placedLabels, shortened } from '../linked/labels.js'
import { once } from '../linked/once.js'
import type { PlotProps } from '../linked/plot-props.js'
import { show } from '../linked/query.js'
import { t } from '../messages/index.js'
import { curveOf, loopOf } from './curves.js'
import { ChosenEdge, EdgesTable } from './edges-table.js'
import { layoutOf } from './layout.js'
import { drawnOf, type Edge, families, keyOfEdge, type Network, type Node, networkOf } from './network.js'

/** How much is drawn: more cannot be told apart. */
const most = { large: { nodes: 80, edges: 150 }, small: { nodes: 30, edges: 50 } }
const margin = 34

const networkOnce = once(networkOf)

/** Who to whom. */
export function NetworkPlot({ marks, isSmall, beside }: PlotProps) {
  const network = networkOnce(marks.chosen)
  if (network.nodes.length === 0) return <p class="empty">{t('network.none')}</p>
  if (isSmall) return <NetworkPicture network={network} isSmall={true} />
  const chosen = network.edges.find(({ key }) => key === address.value.query.get('edge'))
  const drawn = drawnOf(network, most.large)
  const pairs = network.edges.filter(({ from, to }) => from !== null && to !== null)
  const isPart = drawn.nodes.length < network.nodes.length || drawn.edges.length < pairs.length
  return (
    <>
      <NetworkPicture network={network} isSmall={false} />
      <div class="notes">
        <p>
          {t('network.counts', { actors: network.nodes.length })}{' '}
          {network.without > 0 && `${t('network.without', { count: network.without })} `}
          {isPart && t('network.shown', { actors: drawn.nodes.length, ties: drawn.edges.length })}
        </p>
        <ul class="families">
          {families.map(family => (
            <li key={family}>
              <svg width="34" height="10" aria-hidden="true">
                <line class={`edge ${family}`} x1="1" y1="5" x2="33" y2="5" stroke-width="2" />
              </svg>
              {t(`family.${family}`)}
            </li>
          ))}
        </ul>
      </div>
      {chosen && <ChosenEdge edge={chosen} />}
      {beside}
      <EdgesTable edges={network.edges} />
    </>
  )
}

interface PictureProps {
  readonly network: Network
  readonly isSmall: boolean
}

interface PlacedNode extends Node {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** The picture; the table beside it is the same for everybody who does not look at it or point. */
function NetworkPicture({ network, isSmall }: PictureProps) {
  const [ref, { width }] = useSize<HTMLDivElement>()
  const height = isSmall ? 260 : Math.round(Math.min(Math.max(width * 0.55, 320), 620))
  const drawn = useMemo(() => drawnOf(network, isSmall ? most.small : most.large), [network, isSmall])
  const points = useMemo(() => {
    const at = new Map(drawn.nodes.map(({ name }, index) => [name, index]))
    const ties = drawn.edges.map(({ from, to, marks }) => ({
      a: at.get(from ?? '') ?? 0,
      b: at.get(to ?? '') ?? 0,
      weight: marks.length,
    }))
    return layoutOf(drawn.nodes.length, ties)
  }, [drawn])
  const largest = drawn.nodes[0]?.events ?? 1
  const nodes = drawn.nodes.map((node, at): PlacedNode => {
    const point = points[at] ?? { x: 0.5, y: 0.5 }
    return {
      ...node,
      x: margin + point.x * Math.max(width - 2 * margin, 1),
      y: margin + point.y * (height - 2 * margin),
      radius: 4 + (isSmall ? 7 : 12) * Math.sqrt(node.events / largest),
    }
  })
  const byName = new Map(nodes.map(node => [node.name, node]))
  const chosen = address.value.query.get('edge')
  return (
    <div ref={ref} class="plot network">
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={t('network.label', { count: drawn.edges.length })}
      >
        {drawn.edges.toReversed().map(edge => (
          <EdgeLine
            key={edge.key}
            edge={edge}
            nodes={byName}
            strongest={drawn.edges[0]?.marks.length ?? 1}
            isChosen={edge.key === chosen}
          />
        ))}
        {nodes.map(({ name, x, y, radius, events }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table has the same as buttons.
          <g key={name} class="node" onClick={() => show({ actor: name })}>
            <title>{`${name}: ${t('events.count', { count: events })}`}</title>
            <circle cx={x} cy={y} r={Math.max(radius, 12)} class="reach" />
            <circle cx={x} cy={y} r={radius} />
          </g>
        ))}
        <Names nodes={nodes} width={width} height={height} />
      </svg>
    </div>
  )
}

/** The most characters of a name in the picture. */
const longest = 30

function Names({
  nodes,
  width,
  height,
}: {
  readonly nodes: readonly PlacedNode[]
  readonly width: number
  readonly height: number
}) {
  const wanted = nodes.map(({ name, x, y, radius }) => {
    const text = shortened(name, longest)
    return { text, x, y, away: radius + 4, width: text.length * 7 }
  })
  const circles = nodes.map(({ x, y, radius }) => ({
    left: x - radius,
    top: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }))
  return (
    <>
      {placedLabels(wanted, { width, height }, circles).map(({ text, left, top, width: wide, x, away }) => {
        const anchor = left >= x ? 'start' : left + wide <= x - away + 0.5 ? 'end' : 'middle'
        const at = anchor === 'start' ? left : anchor === 'end' ? left + wide : left + wide / 2
        return (
          <text key={text} x={at} y={top + 12} text-anchor={anchor} direction="ltr">
            {text}
          </text>
        )
      })}
    </>
  )
}

interface EdgeLineProps {
  readonly edge: Edge
  readonly nodes: ReadonlyMap<string, PlacedNode>
  /** The events of the strongest. */
  readonly strongest: number
  readonly isChosen: boolean
}

/** A curve from one to the other, to its right: the way back is another curve. Its head is at whom it is done to. */
function EdgeLine({ edge, nodes, strongest, isChosen }: EdgeLineProps) {
  const [from, to] = [nodes.get(edge.from ?? ''), nodes.get(edge.to ?? '')]
  if (!from || !to) return null
  const thick = Math.min(
    1.2 + 1.6 * Math.log2(edge.marks.length),
    1.2 + 6 * Math.sqrt(edge.marks.length / strongest),
  )
  const { line, head } = from === to ? loopOf(from, thick) : curveOf(from, to, thick)
  const words = `${edge.from} → ${edge.to}: ${t('events.count', { count: edge.marks.length })}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table has the same as buttons.
    <g
      class={isChosen ? 'tie chosen' : 'tie'}
      onClick={() => show({ edge: isChosen ? null : keyOfEdge(edge.from, edge.to) })}
    >
      <title>{words}</title>
      <path d={line} class="reach" />
      <path d={line} class={`edge ${edge.family}`} stroke-width={thick} />
      <path d={head} class={`head ${edge.family}`} />
    </g>
  )
}
