// The one heading of a view: title of the tab, and where the focus goes when the view opens.
import { useEffect } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { language, number, t } from '../base/language';
import type { WordKey } from '../base/words';

interface HeadingProps {
  text: string;
  children?: ComponentChildren; // in place of the text, where it is more than words
}

export function Heading({ text, children }: HeadingProps) {
  useEffect(() => {
    document.title = `${text} · ${t('brand')}`;
  }, [text, language.value]);
  return <h1 tabIndex={-1}>{hasWords(children) ? children : text}</h1>;
}

// Nothing, while the answer is awaited that would say more than the text.
function hasWords(children: ComponentChildren): boolean {
  return children !== undefined && children !== null && children !== false;
}

// "44 channels"
export function Count({ n, of }: { n: number; of: WordKey }) {
  return (
    <span class="figure">
      <b>{number(n)}</b> {t(of, { n })}
    </span>
  );
}
