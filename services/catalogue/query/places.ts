import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { PlacesResponse } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import type { ListQuery } from './list-query.ts';
import { partOf, rowsOf } from './where.ts';

/** Of more, those with fewest projects are left out. */
const MAX_CELLS = 1_000;

type Row = Readonly<Record<'cell' | 'name' | 'country' | 'latitude' | 'longitude' | 'id' | 'status', string>> & { readonly count: number };

/** Where the projects of a list stand, by cells of the earth. */
export function placesOf(prepare: Prepare, asked: ListQuery): PlacesResponse {
  const rows = rowsOf(prepare, asked).flatMap((each) => {
    const { sql, values } = partOf(each);
    const statement = prepare(`
      SELECT cell, placeName AS name, placeCountry AS country, latitude, longitude, count(*) AS count, min(id) AS id, min(project.status) AS status
      FROM ${sql} GROUP BY cell, latitude, longitude, name, country`);
    return statement.all(...values) as unknown as Row[];
  });
  const count = (among: readonly Row[]): number => among.reduce((sum, row) => sum + row.count, 0);
  const placed = rows.filter(({ cell }) => cell !== '');
  const cells = [...Map.groupBy(placed, ({ cell }) => cell)]
    .map(([cell, within]) => ({ cell, within, projects: count(within) }))
    .sort((a, b) => b.projects - a.projects || (a.cell < b.cell ? -1 : 1));
  return {
    cells: cells.slice(0, MAX_CELLS).map(({ cell, within, projects }) => {
      const { name, country, latitude, longitude, id, status } = within.reduce((most, row) => (row.count > most.count ? row : most));
      const places = new Set(within.map((row) => `${row.latitude} ${row.longitude}`)).size;
      const one = projects === 1 ? { project: id, status } : { project: '', status: '' };
      return { cell, projects, places, name, country, latitude, longitude, ...one };
    }),
    placed: count(placed),
    unplaced: count(rows) - count(placed),
    more: cells.length > MAX_CELLS,
  };
}
