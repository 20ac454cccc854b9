// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'db0193f3fb0d60ed';
