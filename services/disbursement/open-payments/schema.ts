// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '4b95fb758a29a468';
