mod demo;
mod doctor;
mod keys;
mod people;
mod tables;
