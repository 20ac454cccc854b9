// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '60513302e1fab0c7';
