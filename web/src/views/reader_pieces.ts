// Cutting a page's text for display. Marks and evidence overlap, HTML does not: a block is cut wherever one of them begins or
// ends, and each piece knows what covers it. Pure.
import type { Block, Mark, Report, Span } from '../data/types';

export interface Piece {
  begin: number;
  end: number;
  mark: number | null; // index into the marks: the shortest that covers the piece
  evidence: string[]; // reports whose evidence covers the piece
}

export interface EvidenceSpan {
  begin: number;
  end: number;
  report: string;
}

export function evidenceSpans(reports: readonly Report[]): EvidenceSpan[] {
  const spans: EvidenceSpan[] = [];
  for (const report of reports) {
    for (const evidence of report.evidence) {
      if (evidence.begin === null || evidence.end === null) continue;
      spans.push({ begin: evidence.begin, end: evidence.end, report: report.id });
    }
  }
  return spans;
}

function meets(a: Span, b: Span): boolean {
  return a.begin < b.end && b.begin < a.end;
}

// Those that touch the block, with their place in the whole list.
export function within<T extends Span>(items: readonly T[], block: Span): { item: T; index: number }[] {
  const found: { item: T; index: number }[] = [];
  items.forEach((item, index) => {
    if (meets(item, block)) found.push({ item, index });
  });
  return found;
}

export function cut(block: Block | Span, marks: readonly { item: Mark; index: number }[], evidence: readonly EvidenceSpan[]): Piece[] {
  const edges = new Set([block.begin, block.end]);
  const add = (span: Span): void => {
    edges.add(Math.max(span.begin, block.begin));
    edges.add(Math.min(span.end, block.end));
  };
  for (const mark of marks) add(mark.item);
  for (const span of evidence) if (meets(span, block)) add(span);
  const sorted = [...edges].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let index = 0; index + 1 < sorted.length; index += 1) {
    const piece = { begin: sorted[index] ?? 0, end: sorted[index + 1] ?? 0 };
    const covering = marks.filter((mark) => meets(mark.item, piece));
    const shortest = covering.reduce<{ item: Mark; index: number } | null>(
      (best, mark) => (best === null || mark.item.end - mark.item.begin < best.item.end - best.item.begin ? mark : best),
      null,
    );
    pieces.push({
      ...piece,
      mark: shortest?.index ?? null,
      evidence: [...new Set(evidence.filter((span) => meets(span, piece)).map((span) => span.report))],
    });
  }
  return pieces;
}
