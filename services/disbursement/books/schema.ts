// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'b7511798a2ee46d7';
