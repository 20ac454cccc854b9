// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'ea0d86571ec3816b';
