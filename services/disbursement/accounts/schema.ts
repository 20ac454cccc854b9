// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '201d86ae623ba7e8';
