// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '93c3400fd72171f0';
