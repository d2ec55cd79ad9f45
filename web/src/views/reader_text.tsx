// The page as it was read: the story with its marks and evidence, the rest greyed, each block of it with the kind it was
// taken for and the rule that said so.
import { t } from '../base/language';
import { label } from '../data/vocabulary';
import type { Block, Mark, WholeArticle } from '../data/types';
import { lineStep, useRoving } from '../parts/roving';
import { cut, evidenceSpans, within, type EvidenceSpan } from './reader_pieces';

interface TextProps {
  article: WholeArticle;
  report: string; // whose evidence is in the light; "" for none
  mark: number | null;
  onReport: (id: string) => void;
  onMark: (index: number) => void;
}

const storyKinds = new Set(['title', 'body', 'heading', 'dateline']);

export function ReaderText({ article, report, mark, onReport, onMark }: TextProps) {
  const evidence = evidenceSpans(article.reports);
  const story = [...article.body, ...(article.title_span === null ? [] : [article.title_span])];
  const text = useRoving<HTMLDivElement>('.mark', lineStep);
  const isOfStory = (block: Block): boolean => story.some((span) => span.begin < block.end && block.begin < span.end);
  return (
    <div class="page-text" lang={article.language ?? 'ar'} dir="auto" ref={text}>
      {article.blocks.map((block) => {
        const inStory = isOfStory(block);
        return (
          <BlockText
            key={block.begin}
            article={article}
            block={block}
            kind={inStory ? 'story' : storyKinds.has(block.kind) ? 'neighbour' : 'furniture'}
            evidence={evidence}
            report={report}
            mark={mark}
            onReport={onReport}
            onMark={onMark}
          />
        );
      })}
    </div>
  );
}

interface BlockProps extends TextProps {
  block: Block;
  kind: 'story' | 'neighbour' | 'furniture';
  evidence: readonly EvidenceSpan[];
}

function BlockText({ article, block, kind, evidence, report, mark, onReport, onMark }: BlockProps) {
  const marks = kind === 'story' ? within(article.marks, block) : [];
  const pieces = cut(block, marks, kind === 'story' ? evidence : []);
  const name = kind === 'neighbour' ? t('reader.neighbour') : label('block_kinds', block.kind);
  return (
    <div class={`block ${kind}`} data-kind={block.kind}>
      {kind !== 'story' && (
        <span class="block-kind" lang={document.documentElement.lang} title={t('reader.rule', { rule: block.why })}>
          {name}
        </span>
      )}
      <p dir="auto">
        {pieces.map((piece) => {
          const words = article.text.slice(piece.begin, piece.end);
          const known = piece.mark === null ? undefined : article.marks[piece.mark];
          const isLit = piece.evidence.includes(report);
          const lit = piece.evidence.length === 0 ? '' : isLit ? ' evidence lit' : ' evidence';
          if (known === undefined) {
            if (piece.evidence.length === 0) return words;
            return (
              <span key={piece.begin} class={lit.trim()} onClick={() => onReport(piece.evidence[0] ?? '')}>
                {words}
              </span>
            );
          }
          return (
            <button
              key={piece.begin}
              type="button"
              class={`mark${lit}${piece.mark === mark ? ' chosen' : ''}${known.reports.includes(report) ? ' counts' : ''}`}
              data-kind={known.kind}
              title={markText(known)}
              onClick={() => {
                if (piece.mark !== null) onMark(piece.mark);
              }}
            >
              {words}
            </button>
          );
        })}
      </p>
    </div>
  );
}

export function markText(mark: Mark): string {
  const kind = t(`mark.${mark.kind}`);
  return mark.what === '' ? kind : `${kind}: ${mark.kind === 'cue' ? label('cues', mark.what) : mark.what.replaceAll('_', ' ')}`;
}
