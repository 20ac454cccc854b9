import { Begin } from '../../acts/Begin.tsx';
import { useWhereTo } from './WhereTo.tsx';

/** The secretariat invites a city to sign. */
export const Invite = () => <Begin operation="inviteCity" roles={['secretariat.officer']} {...useWhereTo(true)} />;
