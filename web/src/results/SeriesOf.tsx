import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/awards';
import { api } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { dayText } from '../base/parts/locale.ts';
import { valueText } from './value-text.ts';

type Props = { readonly city: string; readonly chosen: readonly string[]; readonly onChange: (ids: readonly string[]) => void };

const MOST = 100;

/** The series that the city keeps, each with its last value, of which some are named in its nomination. */
export function SeriesOf({ city, chosen, onChange }: Props) {
  const { data } = useQuery({
    queryKey: keys.list('series', { city, of: 'nomination' }),
    queryFn: ({ signal }) => api.operations.listSeries({ city, limit: MOST }, { signal }),
  });
  const { series = [] } = data ?? {};
  const [indicator, unit] = [useCodeNames('indicators', series.length > 0), useCodeNames('units', series.length > 0)];
  if (series.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>{m.series()}</legend>
      <p className="hint">{m.seriesHint()}</p>
      {series.map(({ id, indicator: code, boundary: { system }, periods }) => {
        const last = periods.findLast(({ standing }) => !standing.measured.notAvailable);
        return (
          <label key={id} className="check">
            <input
              type="checkbox"
              name={`series.${id}`}
              checked={chosen.includes(id)}
              onChange={({ currentTarget: { checked } }) => onChange(checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
            />
            <span>
              {m.seriesIs({
                indicator: indicator(code),
                system,
                value: last ? valueText(last.standing.measured, unit) : 'none',
                day: last ? dayText(last.to) : '',
              })}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
