import * as m from '#messages/learning';
import type { Schemas } from '../base/api/client.ts';
import { languageName } from '../base/parts/locale.ts';
import type { Column } from '../base/parts/Table.tsx';
import * as column from '../lists/columns.tsx';

type Session = Schemas['TrainingSession'];

/** What lists of sessions show. */
export const sessionColumns = <Row extends Session>(): readonly Column<Row>[] => [
  column.linked<Row>(m.session(), ({ title }) => title),
  column.day<Row>(m.starts(), ({ starts }) => starts),
  column.text<Row>(m.mode(), ({ mode }) => m.modeIs({ mode })),
  column.text<Row>(m.language(), ({ language }) => languageName(language)),
  column.count<Row>(m.seatsFree(), ({ seatsFree }) => seatsFree),
  column.status<'trainingSessionStatus', Row>('trainingSessionStatus', ({ status }) => status),
];
