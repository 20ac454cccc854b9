import { Link } from '@tanstack/react-router';
import { toText } from '#messages/parts';

/** Where the whole text of an agreement is read as one document. */
export const ToText = ({ id }: { readonly id: string }) => (
  <Link to="/agreements/$id/text" params={{ id }}>
    {toText()}
  </Link>
);
