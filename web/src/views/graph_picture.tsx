// The picture: nodes, edges, labels. The mouse takes nodes and edges; the keyboard has one stop, and arrow keys go to the
// nearest node in their direction. The same stands below as a table.
import { useMemo, useRef, useState } from 'preact/hooks';
import { number, t } from '../base/language';
import { label, nameOf, rankName } from '../data/vocabulary';
import { rankOrder, ranks, type Edge, type Graph, type Node } from '../data/types';
import { useWidth } from '../parts/width';
import { backbone, fit, layOut, mostOriginsOf, neighbour, radiusOf, readable, type Point } from './graph_layout';

const margin = 46;
const widest = 7;
const thinnest = 1.6;
const fullWidth = 860;
const smallest = 0.6;
const fewEdges = 80; // beyond, marks of conflicts are shown only near what is chosen
const zoomStep = 1.35;
const zoomMost = 6;

interface PictureProps {
  graph: Graph;
  edges: readonly Edge[];
  selected: string;
  onSelect: (id: string) => void;
}

export function nodeName(node: Node): string {
  return nameOf(node.name) ?? (node.kind === 'person' ? node.id.slice(node.id.indexOf('/') + 1) : node.id);
}

export function edgeId(edge: Edge): string {
  return `${edge.a}~${edge.b}`;
}

export function thickness(rank: string | null): number {
  return widest - ((widest - thinnest) * rankOrder(rank)) / ranks.length;
}

interface Camera {
  zoom: number;
  x: number;
  y: number;
}
const atRest: Camera = { zoom: 1, x: 0, y: 0 };

export function GraphPicture({ graph, edges, selected, onSelect }: PictureProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const height = Math.round(Math.min(Math.max(width * 0.62, 440), 720));
  const [camera, setCamera] = useState(atRest);
  const [hovered, setHovered] = useState<string | null>(null);
  const drag = useRef<Point | null>(null);
  const layout = useMemo(() => layOut(graph.nodes, graph.edges), [graph]);
  const places = useMemo(() => fit(layout, width, height, margin), [layout, width, height]);
  const most = mostOriginsOf(graph.nodes);
  // On a phone everything is nearer.
  const nearness = Math.min(1, Math.max(smallest, width / fullWidth));
  const size = (node: Node): number => radiusOf(node, most) * nearness;
  const strong = useMemo(() => backbone(edges), [edges]);

  const onScreen = new Map<string, Point>();
  for (const [id, point] of places) {
    onScreen.set(id, {
      x: (point.x - width / 2) * camera.zoom + width / 2 + camera.x,
      y: (point.y - height / 2) * camera.zoom + height / 2 + camera.y,
    });
  }
  const alive = new Set(edges.flatMap((edge) => [edge.a, edge.b]));
  const focus = hovered ?? (selected.includes('~') ? null : selected || null);
  const near = new Set(edges.filter((one) => one.a === focus || one.b === focus).flatMap((one) => [one.a, one.b]));
  const shown = readable(
    graph.nodes.flatMap((node) => {
      const at = onScreen.get(node.id);
      if (at === undefined || !alive.has(node.id)) return [];
      const weight = node.id === focus ? Infinity : near.has(node.id) ? 1e6 + node.origins : node.origins;
      return [{ id: node.id, text: nodeName(node), at, radius: size(node), weight }];
    }),
  );
  const zoom = (by: number): void =>
    setCamera(({ zoom: now, x, y }) => {
      const next = Math.min(Math.max(now * by, 1), zoomMost);
      return next === 1 ? atRest : { zoom: next, x: (x * next) / now, y: (y * next) / now };
    });
  const onKeyDown = (event: KeyboardEvent, node: Node): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(node.id);
      return;
    }
    const from = onScreen.get(node.id);
    const reachable = new Map([...onScreen].filter(([id]) => alive.has(id) && id !== node.id));
    const next = from === undefined ? null : neighbour(from, reachable, event.key);
    if (next === null) return;
    event.preventDefault();
    box.current?.querySelector<SVGElement>(`[data-node="${CSS.escape(next)}"]`)?.focus();
  };
  const firstStop = alive.has(selected) ? selected : graph.nodes.find((node) => alive.has(node.id))?.id;

  return (
    <div class="picture" ref={box}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="group"
          aria-label={t('graph.label', { nodes: number(alive.size), edges: number(edges.length) })}
          class={focus === null ? undefined : 'focused'}
          onPointerDown={(event) => {
            if (event.target !== event.currentTarget) return;
            drag.current = { x: event.clientX - camera.x, y: event.clientY - camera.y };
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => {
            if (drag.current === null || camera.zoom === 1) return;
            setCamera({ ...camera, x: event.clientX - drag.current.x, y: event.clientY - drag.current.y });
          }}
          onPointerUp={() => (drag.current = null)}
        >
          {[...edges]
            .sort((a, b) => Number(strong.has(a)) - Number(strong.has(b)) || rankOrder(b.rank) - rankOrder(a.rank))
            .map((one) => {
              const [a, b] = [onScreen.get(one.a), onScreen.get(one.b)];
              if (a === undefined || b === undefined) return null;
              const id = edgeId(one);
              const isNear = one.a === focus || one.b === focus || id === selected || id === hovered;
              return (
                <g
                  key={id}
                  class={`edge${isNear ? ' near' : ''}${strong.has(one) ? '' : ' minor'}`}
                  data-state={one.status ?? undefined}
                  data-edge={id}
                  onClick={() => onSelect(id)}
                  onPointerEnter={() => setHovered(id)}
                  onPointerLeave={() => setHovered(null)}
                >
                  <title>{`${one.status === null ? t('state.none') : label('statuses', one.status)}, ${rankName(one.rank)}`}</title>
                  <line class="reach" x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
                  <line class="ink" x1={a.x} y1={a.y} x2={b.x} y2={b.y} stroke-width={(strong.has(one) || isNear ? thickness(one.rank) : thinnest / 2) * nearness} />
                  {one.conflicts > 0 && (isNear || edges.length <= fewEdges) && (
                    <path class="conflict-dot" d={`M${(a.x + b.x) / 2} ${(a.y + b.y) / 2 - 6}l5.5 10h-11z`} />
                  )}
                </g>
              );
            })}
          {graph.nodes.map((node) => {
            const at = onScreen.get(node.id);
            if (at === undefined || !alive.has(node.id)) return null;
            const isNear = focus === null || node.id === focus || near.has(node.id);
            return (
              <g
                key={node.id}
                class={`node ${node.kind}${isNear ? ' near' : ''}${node.id === selected ? ' selected' : ''}`}
                data-node={node.id}
                role="button"
                tabIndex={node.id === firstStop ? 0 : -1}
                aria-pressed={node.id === selected}
                aria-label={`${nodeName(node)}: ${t('channels.count', { n: node.channels })}, ${t('origins.stand', { n: node.origins })}`}
                onClick={() => onSelect(node.id)}
                onKeyDown={(event) => onKeyDown(event, node)}
                onFocus={() => setHovered(node.id)}
                onBlur={() => setHovered(null)}
                onPointerEnter={() => setHovered(node.id)}
                onPointerLeave={() => setHovered(null)}
              >
                <circle cx={at.x} cy={at.y} r={size(node)} />
                {shown.has(node.id) && (
                  <text x={at.x} y={at.y + size(node) + 12} text-anchor="middle">
                    {nodeName(node)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
      <div class="zoom" role="group" aria-label={t('graph.zoom')}>
        <button type="button" class="button square" aria-label={t('graph.nearer')} onClick={() => zoom(zoomStep)}>
          +
        </button>
        <button type="button" class="button square" aria-label={t('graph.further')} onClick={() => zoom(1 / zoomStep)}>
          −
        </button>
      </div>
    </div>
  );
}
