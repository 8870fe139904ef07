mod demo;
mod doctor;
mod people;
mod tables;
