// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'e20bb76441a5ff1f';
