"""What lies in a work folder where no submission is looked for: `berkas` files under a wrong name or in a wrong place, `folder` folders, `salinan` copies of the skema and the settings."""
