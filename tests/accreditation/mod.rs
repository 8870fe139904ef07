mod correcting;
mod deciding;
mod desk;
mod handing_in;
mod stage;
mod together;
