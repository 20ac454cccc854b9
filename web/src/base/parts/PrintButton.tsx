import { print } from '#messages';

/** Prints the page as shown. */
export const PrintButton = () => (
  <button className="btn bare" type="button" onClick={() => window.print()}>
    {print()}
  </button>
);
