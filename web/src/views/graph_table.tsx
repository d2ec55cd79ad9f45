// The graph in words: a row an edge, for those who cannot or would not look at the picture.
import { linkTo } from '../base/address';
import { number, t } from '../base/language';
import { rankName } from '../data/vocabulary';
import type { Edge, Graph } from '../data/types';
import { StateBadge } from '../parts/state';
import { edgeId, nodeName } from './graph_picture';

export function GraphTable({ graph, edges }: { graph: Graph; edges: readonly Edge[] }) {
  const names = new Map(graph.nodes.map((node) => [node.id, nodeName(node)]));
  return (
    <details class="as-table">
      <summary>{t('graph.table')}</summary>
      <div class="scroll-x" role="region" tabIndex={0} aria-label={t('graph.table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('column.party')}</th>
              <th scope="col">{t('column.party')}</th>
              <th scope="col">{t('column.status')}</th>
              <th scope="col">{t('column.rank')}</th>
              <th scope="col">{t('column.channels')}</th>
              <th scope="col" class="numeric">{t('column.origins')}</th>
              <th scope="col" class="numeric">{t('column.conflicts')}</th>
            </tr>
          </thead>
          <tbody>
            {edges.map((one) => (
              <tr key={edgeId(one)}>
                <th scope="row">
                  <bdi>{names.get(one.a)}</bdi>
                </th>
                <td>
                  <bdi>{names.get(one.b)}</bdi>
                </td>
                <td>
                  {one.status !== null && <StateBadge status={one.status} />}
                </td>
                <td>{rankName(one.rank)}</td>
                <td>
                  <a href={linkTo(['channel', one.channel])}>{t('channels.count', { n: one.channels })}</a>
                </td>
                <td class="numeric">{number(one.origins)}</td>
                <td class="numeric">{number(one.conflicts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
