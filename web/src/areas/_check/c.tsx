import { Link } from '@tanstack/react-router';
import * as m from '#messages/certificates';
import * as prints from '#messages/prints';
import { Heading } from '../../base/parts/PageHead.tsx';
import { AskCode } from './AskCode.tsx';

/** Where everybody types the code of a certificate. */
export const PublicPage = () => (
  <>
    <Heading title={m.checkTitle()} below={<p>{m.nobodySignsIn()}</p>} />
    <AskCode typed="" />
    <p>
      <Link to="/check">{prints.title()}</Link>
    </p>
  </>
);
