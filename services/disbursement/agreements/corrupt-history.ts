import type { Event } from './agreement-faces.ts';

/** Deciders never cause such an event; a history that holds one is broken, which is a bug. */
export const corruptHistory = ({ type }: Event, status: string): Error => new Error(`${type} met what is ${status}`);
