// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'e3649f331027f475';
