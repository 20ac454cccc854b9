import { Link } from '@tanstack/react-router';
import * as m from '#messages';

export const NotThere = () => (
  <>
    <title>{`${m.notThere()} · Junkan`}</title>
    <h1>{m.notThere()}</h1>
    <p>{m.notThereWhy()}</p>
    <p>
      <Link to="/">{m.toPortfolio()}</Link>
    </p>
  </>
);
