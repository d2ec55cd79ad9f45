import { expect, test } from 'vitest';
import { cut, evidenceSpans, within } from '../../src/views/reader_pieces';
import type { Mark, Report } from '../../src/data/types';

function mark(begin: number, end: number): Mark {
  return { begin, end, kind: 'party', what: '', actors: [], role: null, person: null, speaks: false, reports: [] };
}

test('pieces cover the block without gap or overlap', () => {
  const marks = [mark(2, 6), mark(4, 5), mark(9, 30)];
  const pieces = cut({ begin: 0, end: 12 }, within(marks, { begin: 0, end: 12 }), [{ begin: 3, end: 10, report: 'r' }]);
  expect(pieces[0]?.begin).toBe(0);
  expect(pieces.at(-1)?.end).toBe(12);
  for (const [index, piece] of pieces.entries()) {
    expect(piece.end).toBeGreaterThan(piece.begin);
    if (index > 0) expect(piece.begin).toBe(pieces[index - 1]?.end);
  }
});

test('where marks overlap, the shortest one counts', () => {
  const marks = [mark(0, 10), mark(4, 6)];
  const pieces = cut({ begin: 0, end: 10 }, within(marks, { begin: 0, end: 10 }), []);
  expect(pieces.map((piece) => piece.mark)).toEqual([0, 1, 0]);
});

test('evidence that is not in this text is left out', () => {
  const evidence = { quote: '', trigger: { begin: 0, end: 0 }, begin: null, end: null, byte_begin: 0, byte_end: 0 };
  const placed = { ...evidence, begin: 3, end: 9 };
  const report = { id: 'r', evidence: [evidence, placed] } as unknown as Report;
  expect(evidenceSpans([report])).toEqual([{ begin: 3, end: 9, report: 'r' }]);
});

test('a piece knows every report whose evidence covers it', () => {
  const spans = [
    { begin: 0, end: 5, report: 'a' },
    { begin: 3, end: 8, report: 'b' },
  ];
  expect(cut({ begin: 0, end: 8 }, [], spans).map((piece) => piece.evidence)).toEqual([['a'], ['a', 'b'], ['b']]);
});
