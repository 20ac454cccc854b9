// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'fd704f35d6c362e4';
