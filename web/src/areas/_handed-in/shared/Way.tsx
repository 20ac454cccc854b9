import { Link } from '@tanstack/react-router';
import { menuSignatories } from '#messages';

/** The way up from what a city hands in: the register, and the city in it. */
export const UP = <Link to="/signatories">{menuSignatories()}</Link>;

export const ToCity = ({ signatory, name }: { readonly signatory: string; readonly name: string }) => (
  <Link to="/signatories/$id" params={{ id: signatory }}>
    {name}
  </Link>
);
