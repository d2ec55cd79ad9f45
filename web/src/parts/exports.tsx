// What stands in a view, to take away. Links go to the API with the view's own filters, so that a script can follow them.
import { queryOf, type Values } from '../base/address';
import { t } from '../base/language';
import { root } from '../data/api';
import { Icon } from './icons';

export interface Export {
  text: string;
  path: string;
  values?: Values;
}

export function Exports({ items }: { items: readonly Export[] }) {
  return (
    <details class="exports">
      <summary class="button quiet">
        <Icon name="download" />
        {t('export')}
      </summary>
      <ul>
        {items.map((item) => (
          <li key={item.path}>
            <a href={`${root}${item.path}${queryOf(item.values ?? {})}`} download>
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

// A listing as CSV (with the mark that spreadsheets want) and as JSON.
export function listingExports(name: string, values: Values): Export[] {
  return [
    { text: 'CSV', path: `/export/${name}.csv`, values: { ...values, bom: 'true' } },
    { text: 'JSON', path: `/export/${name}.json`, values },
  ];
}
