// The page as it was read: the story with its marks and evidence, the rest greyed, each block of it with the kind it was
// taken for and the rule that said so.
import { params } from '../base/address';
import { language, t } from '../base/language';
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

const storyKinds = new Set<string>(['title', 'body', 'heading']);
const leftToRight = new Set(['en', 'fr', 'de', 'es', 'ru', 'tr']);

export function ReaderText({ article, report, mark, onReport, onMark }: TextProps) {
  const evidence = evidenceSpans(article.reports);
  const story = [...article.body, ...(article.title_span === null ? [] : [article.title_span])];
  const text = useRoving<HTMLDivElement>('.mark', lineStep);
  const kindOf = (block: Block): BlockProps['kind'] => {
    if (story.some((span) => span.begin < block.end && block.begin < span.end)) return 'story';
    return storyKinds.has(block.kind) ? 'neighbour' : 'furniture';
  };
  return (
    <div
      class={`page-text ${params('unmarked').map((kind) => `no-${kind}`).join(' ')}`}
      lang={article.language ?? 'ar'}
      dir={leftToRight.has(article.language ?? '') ? 'ltr' : 'rtl'}
      ref={text}
    >
      {article.blocks.map((block, index) => {
        const kind = kindOf(block);
        const above = article.blocks[index - 1];
        return (
          <BlockText
            key={block.begin}
            article={article}
            block={block}
            kind={kind}
            // A menu of ten lines is one menu: its name stands at the first.
            isNamed={above === undefined || above.kind !== block.kind || kindOf(above) !== kind}
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
  isNamed: boolean;
  evidence: readonly EvidenceSpan[];
}

function BlockText({ article, block, kind, isNamed, evidence, report, mark, onReport, onMark }: BlockProps) {
  const marks = kind === 'story' ? within(article.marks, block) : [];
  const pieces = cut(block, marks, kind === 'story' ? evidence : []);
  const name = kind === 'neighbour' ? t('reader.neighbour') : label('block_kinds', block.kind);
  return (
    <div class={`block ${kind}`} data-kind={block.kind}>
      {kind !== 'story' && isNamed && (
        <span class="block-kind" lang={language.value} dir="auto" title={t('reader.rule', { rule: block.why })}>
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
              data-kind={markKind(known)}
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

// A party that is credited with words is shown as their speaker.
export function markKind(mark: Mark): Mark['kind'] | 'speaker' {
  return mark.speaks ? 'speaker' : mark.kind;
}

export function markText(mark: Mark): string {
  const kind = t(`mark.${markKind(mark)}`);
  return mark.what === '' ? kind : `${kind}: ${mark.kind === 'cue' ? label('cues', mark.what) : mark.what.replaceAll('_', ' ')}`;
}
