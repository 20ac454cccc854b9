// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '3e7aa12fb74cc41d';
