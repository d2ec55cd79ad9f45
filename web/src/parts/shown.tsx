// What a view shows while an answer is awaited, when there is none, and when there is nothing: each says what to do.
import type { ComponentChildren } from 'preact';
import { t } from '../base/language';
import type { Loaded } from '../data/api';

interface ShownProps<T> {
  loaded: Loaded<T>;
  children: (data: T) => ComponentChildren;
}

export function Shown<T>({ loaded, children }: ShownProps<T>) {
  const { data, trouble, waiting, again } = loaded;
  if (trouble !== undefined) {
    return (
      <div class="notice" role="alert">
        <p class="notice-head">{t(headline(trouble.status))}</p>
        <p>
          {trouble.isUnreachable ? t('trouble.unreachable.detail') : <bdi dir="auto">{trouble.message}</bdi>}
        </p>
        <p>
          <button type="button" class="button" onClick={again}>
            {t('trouble.again')}
          </button>{' '}
          <a href="/">{t('trouble.home')}</a>
        </p>
      </div>
    );
  }
  if (data === undefined) return <Skeleton />;
  return (
    <div class={waiting ? 'shown waiting' : 'shown'} aria-busy={waiting}>
      {children(data)}
    </div>
  );
}

function headline(status: number) {
  if (status === 0) return 'trouble.unreachable';
  if (status === 404) return 'trouble.nothing';
  return status < 500 ? 'trouble.asked' : 'trouble.server';
}

export function Skeleton() {
  return (
    <div class="skeleton" aria-busy="true">
      <span class="unseen">{t('loading')}</span>
      {Array.from({ length: 6 }, (_, index) => (
        <span key={index} class="bone" />
      ))}
    </div>
  );
}

export function Nothing({ children }: { children: ComponentChildren }) {
  return (
    <div class="notice">
      <p class="notice-head">{t('nothing')}</p>
      <p>{children}</p>
    </div>
  );
}
