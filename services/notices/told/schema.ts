// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '5a31f52b297f62d0';
