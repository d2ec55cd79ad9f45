// Why this report: every decision of the reading, with the features that weighed in it, for and against.
import { decimal, t } from '../base/language';
import { useAnswer } from '../data/api';
import type { Decision, Feature, Why } from '../data/types';
import { Shown } from '../parts/shown';

export function WhyReport({ id }: { id: string }) {
  const loaded = useAnswer<Why>(`/reports/${encodeURIComponent(id)}/why`);
  return (
    <section class="why" aria-labelledby="why-title">
      <h3 id="why-title">{t('why.title')}</h3>
      <p class="soft small">{t('why.lead')}</p>
      <Shown loaded={loaded}>
        {(why) => (
          <>
            {why.made_by === 'other' && <p class="caution">{t('why.other')}</p>}
            {!why.found && <p class="caution">{t('why.not_found')}</p>}
            <ol class="decisions">
              {why.decisions.map((decision, index) => (
                <DecisionItem key={index} decision={decision} />
              ))}
            </ol>
          </>
        )}
      </Shown>
    </section>
  );
}

function DecisionItem({ decision }: { decision: Decision }) {
  const most = Math.max(0.01, ...decision.features.map((feature) => Math.abs(feature.weight)));
  return (
    <li>
      <p class="question" dir="ltr" lang="en">
        <b>{decision.question}</b>
        {decision.answer !== null && <span class="answer"><bdi>{decision.answer}</bdi></span>}
      </p>
      {decision.features.length === 0 ? (
        <p class="soft small" dir="auto">{decision.text}</p>
      ) : (
        <table class="features" dir="ltr" lang="en">
          <tbody>
            {decision.features.map((feature, index) => (
              <FeatureRow key={index} feature={feature} most={most} />
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}

function FeatureRow({ feature, most }: { feature: Feature; most: number }) {
  const isFor = feature.weight >= 0;
  const share = `${Math.round((Math.abs(feature.weight) / most) * 48)}%`;
  return (
    <tr>
      <th scope="row">
        <bdi>{feature.name}</bdi>
      </th>
      <td class="weight-bar" aria-hidden="true">
        <svg width="100%" height="8">
          <line class="axis" x1="50%" x2="50%" y1="0" y2="8" />
          <rect class={isFor ? 'for' : 'against'} x={isFor ? '50%' : `${50 - Number.parseFloat(share)}%`} width={share} y="1" height="6" />
        </svg>
      </td>
      <td class="numeric">{(isFor ? '+' : '−') + decimal(Math.abs(feature.weight))}</td>
    </tr>
  );
}
