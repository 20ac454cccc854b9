// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'bd5eb7e691f2bfea';
