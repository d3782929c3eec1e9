import { Module } from '@nestjs/common';
import { IdentityModule } from './identity/index.js';
import { PlatformModule } from './platform/index.js';

/** The rooms, in staircase order. */
@Module({
  imports: [PlatformModule, IdentityModule],
})
export class AppModule {}
