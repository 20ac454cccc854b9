// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'a33cd54e69ba9c85';
