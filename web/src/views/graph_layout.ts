// Where the graph's nodes stand. Pure and deterministic: the same graph gives the same picture on every screen, so that a
// link shows what its sender saw. Forces come from d3-force, whose own random numbers have a fixed seed.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import type { Edge, Node } from '../data/types';

export interface Point {
  x: number;
  y: number;
}

interface Body extends SimulationNodeDatum {
  id: string;
  radius: number;
}

const ticks = 320; // d3-force has come to rest by then
const linkLength = 74;
const repulsion = -260;
const repulsionReach = 420; // lone pairs would fly off without a limit
const air = 10; // between two nodes
const pull = { across: 0.05, down: 0.085 }; // screens are wider than high
const strongestOfNode = 3;
const smallestRadius = 4.5;
const largestRadius = 17;

// By area, since the eye compares areas.
export function radiusOf(node: Node, mostOrigins: number): number {
  const share = Math.sqrt(node.origins / Math.max(mostOrigins, 1));
  return smallestRadius + (largestRadius - smallestRadius) * share;
}

export function mostOriginsOf(nodes: readonly Node[]): number {
  return Math.max(1, ...nodes.map((node) => node.origins));
}

// The strongest edges of each node, by independent texts. They alone give the picture its shape, and are drawn in full; a
// ledger of a year joins everybody with everybody, and what shows all of that shows nothing.
export function backbone(edges: readonly Edge[]): Set<Edge> {
  const ofNode = new Map<string, Edge[]>();
  for (const edge of edges) {
    for (const id of [edge.a, edge.b]) ofNode.set(id, [...(ofNode.get(id) ?? []), edge]);
  }
  const strongest = (all: Edge[]): Edge[] =>
    [...all].sort((a, b) => b.origins - a.origins || `${a.a} ${a.b}`.localeCompare(`${b.a} ${b.b}`)).slice(0, strongestOfNode);
  return new Set([...ofNode.values()].flatMap(strongest));
}

export function layOut(nodes: readonly Node[], edges: readonly Edge[]): Map<string, Point> {
  const most = mostOriginsOf(nodes);
  const bodies: Body[] = nodes.map((node) => ({ id: node.id, radius: radiusOf(node, most) }));
  const shaping = backbone(edges);
  const known = new Set(bodies.map((body) => body.id));
  const links: SimulationLinkDatum<Body>[] = edges
    .filter((edge) => shaping.has(edge) && known.has(edge.a) && known.has(edge.b))
    .map((edge) => ({ source: edge.a, target: edge.b }));
  forceSimulation(bodies)
    .force('link', forceLink<Body, SimulationLinkDatum<Body>>(links).id((body) => body.id).distance(linkLength))
    .force('charge', forceManyBody<Body>().strength(repulsion).distanceMax(repulsionReach))
    .force('collide', forceCollide<Body>((body) => body.radius + air))
    .force('x', forceX<Body>(0).strength(pull.across))
    .force('y', forceY<Body>(0).strength(pull.down))
    .stop()
    .tick(ticks);
  return new Map(bodies.map((body) => [body.id, { x: body.x ?? 0, y: body.y ?? 0 }]));
}

// Moves and scales the layout into a box; never larger than life, so that three nodes do not fill the screen.
export function fit(layout: ReadonlyMap<string, Point>, width: number, height: number, margin: number): Map<string, Point> {
  const points = [...layout.values()];
  if (points.length === 0 || width <= 0) return new Map();
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const largest = 1.7;
  const scale = Math.min(largest, (width - 2 * margin) / Math.max(right - left, 1), (height - 2 * margin) / Math.max(bottom - top, 1));
  const placed = new Map<string, Point>();
  for (const [id, point] of layout) {
    placed.set(id, {
      x: width / 2 + (point.x - (left + right) / 2) * scale,
      y: height / 2 + (point.y - (top + bottom) / 2) * scale,
    });
  }
  return placed;
}

export interface Label {
  id: string;
  text: string;
  at: Point;
  radius: number;
  weight: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const letterWidth = 6.7; // about; Arabic is narrower
const lineHeight = 15;

function boxOf(label: Label): Box {
  const half = (label.text.length * letterWidth) / 2;
  const top = label.at.y + label.radius + 1;
  return { left: label.at.x - half, right: label.at.x + half, top, bottom: top + lineHeight };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// Which labels can be read: the weightiest first, and none over another one or over a weightier node.
export function readable(labels: readonly Label[]): Set<string> {
  const taken: Box[] = [];
  const chosen = new Set<string>();
  for (const label of [...labels].sort((a, b) => b.weight - a.weight || a.id.localeCompare(b.id))) {
    const box = boxOf(label);
    const disc = {
      left: label.at.x - label.radius,
      right: label.at.x + label.radius,
      top: label.at.y - label.radius,
      bottom: label.at.y + label.radius,
    };
    if (!taken.some((other) => overlap(box, other))) {
      chosen.add(label.id);
      taken.push(box);
    }
    taken.push(disc);
  }
  return chosen;
}

// The nearest node in the direction of an arrow key, within a quarter of the plane; null where there is none.
export function neighbour(from: Point, others: ReadonlyMap<string, Point>, key: string): string | null {
  const directions: Record<string, Point> = {
    ArrowRight: { x: 1, y: 0 },
    ArrowLeft: { x: -1, y: 0 },
    ArrowDown: { x: 0, y: 1 },
    ArrowUp: { x: 0, y: -1 },
  };
  const direction = directions[key];
  if (direction === undefined) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const [id, point] of others) {
    const [dx, dy] = [point.x - from.x, point.y - from.y];
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (ahead <= 0 || aside > ahead) continue;
    const distance = ahead + 2 * aside;
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}
