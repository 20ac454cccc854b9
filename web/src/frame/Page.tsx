import { Outlet } from '@tanstack/react-router';
import { Awaiting } from '../parts/Awaiting.tsx';

/** A page within what stands around it. */
export const Page = () => (
  <Awaiting>
    <Outlet />
  </Awaiting>
);
