// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '8dc4be054f11d5ec';
