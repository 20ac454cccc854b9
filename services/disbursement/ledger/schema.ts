// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '2531637ef4c798ad';
