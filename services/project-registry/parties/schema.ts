// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '0f0f4c4a771ba8b7';
