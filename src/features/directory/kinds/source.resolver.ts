import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Source } from '../listing/source.entity';

@Resolver(() => Source)
export class SourceResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Web address of the source, or null when it has none.' })
  url(@Root() source: Source): string | null {
    return source.url === '' ? null : source.url;
  }
}
