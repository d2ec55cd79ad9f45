import { describe, expect, test } from 'vitest';
import { backbone, fit, layOut, neighbour, readable, type Label } from '../../src/views/graph_layout';
import type { Edge, Node } from '../../src/data/types';

function node(id: string, origins: number): Node {
  return { id, kind: 'actor', actor: id, name: { ar: id, en: id }, role: null, channels: 1, origins, degree: 1 };
}

function edge(a: string, b: string, origins = 1): Edge {
  return { a, b, channel: '0', channels: 1, status: 'held', since: null, rank: null, last: null, contacts: 1, conflicts: 0, origins };
}

function ring(size: number): { nodes: Node[]; edges: Edge[] } {
  const nodes = Array.from({ length: size }, (_, index) => node(`N${index}`, index));
  return { nodes, edges: nodes.map((one, index) => edge(one.id, `N${(index + 1) % size}`)) };
}

describe('layOut', () => {
  test('is the same for the same graph', () => {
    const { nodes, edges } = ring(40);
    expect([...layOut(nodes, edges)]).toEqual([...layOut(nodes, edges)]);
  });

  test.each([10, 200])('keeps %i nodes apart', (size) => {
    const { nodes, edges } = ring(size);
    const points = [...layOut(nodes, edges).values()];
    for (const [index, a] of points.entries()) {
      for (const b of points.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(12);
    }
  });

  test('overlooks an edge to a node that was left out', () => {
    expect(layOut([node('A', 1)], [edge('A', 'B')]).size).toBe(1);
  });
});

test('fit keeps everything in the box, and enlarges little', () => {
  const placed = fit(new Map([['A', { x: -500, y: 0 }], ['B', { x: 900, y: 400 }]]), 390, 440, 40);
  for (const { x, y } of placed.values()) {
    expect(x).toBeGreaterThanOrEqual(40);
    expect(x).toBeLessThanOrEqual(350);
    expect(y).toBeGreaterThanOrEqual(40);
    expect(y).toBeLessThanOrEqual(400);
  }
  const near = fit(new Map([['A', { x: 0, y: 0 }], ['B', { x: 10, y: 0 }]]), 1000, 600, 40);
  expect((near.get('B')?.x ?? 0) - (near.get('A')?.x ?? 0)).toBeLessThanOrEqual(17);
});

test('backbone takes the strongest edges of each node, and all of a node with few', () => {
  const star = Array.from({ length: 6 }, (_, index) => edge('A', `B${index}`, index));
  const more = [edge('B0', 'B5', 9), edge('B0', 'B4', 9), edge('B0', 'B3', 9)];
  const strong = backbone([...star, ...more]);
  expect(strong.has(star[0] as Edge)).toBe(false); // weak for A, and B0 has three better ones
  expect(strong.has(star[5] as Edge)).toBe(true);
  expect(strong.has(star[1] as Edge)).toBe(true); // all that B1 has
});

describe('readable', () => {
  const label = (id: string, x: number, weight: number): Label => ({ id, text: 'name', at: { x, y: 0 }, radius: 5, weight });

  test('leaves out the lighter one of two that overlap', () => {
    expect(readable([label('light', 0, 1), label('heavy', 8, 2)])).toEqual(new Set(['heavy']));
  });
  test('keeps both where there is room', () => {
    expect(readable([label('a', 0, 1), label('b', 90, 2)]).size).toBe(2);
  });
});

test('neighbour goes where the arrow points, and nowhere else', () => {
  const others = new Map([['right', { x: 50, y: 5 }], ['above', { x: 0, y: -40 }], ['far', { x: 300, y: 0 }]]);
  expect(neighbour({ x: 0, y: 0 }, others, 'ArrowRight')).toBe('right');
  expect(neighbour({ x: 0, y: 0 }, others, 'ArrowUp')).toBe('above');
  expect(neighbour({ x: 0, y: 0 }, others, 'ArrowDown')).toBeNull();
  expect(neighbour({ x: 0, y: 0 }, others, 'a')).toBeNull();
});
